import type { IconName } from "./icons";

/** A line of a menu: an action, or a hairline between groups. */
export type MenuEntry =
  | {
      id: string;
      label: string;
      icon?: IconName;
      /** The key that does the same, as shown. */
      key?: string;
      disabled?: boolean;
      danger?: boolean;
      /** The one that holds now. */
      current?: boolean;
      run: () => void;
    }
  | "line";
