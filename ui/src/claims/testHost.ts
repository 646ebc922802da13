/** A host for tests of the list: claims in the order that they were last edited in, which answers as the real one does. */
import type { ClaimRow, Commands, Notice, Page } from "../backend";

/** What it holds, and what it was asked. */
export const host = {
  order: [] as number[],
  status: new Map<number, string>(),
  operation: 1,
  asked: [] as string[],
  hear: null as ((notice: Notice) => void) | null,
  /** Answers are held back here while it is an array. */
  held: null as (() => void)[] | null,
  /** The question whose answers are. */
  holds: "claims.page" as keyof Commands,
};

function found(query: string): number[] {
  const wanted = /status:([\w-]+)/.exec(query)?.[1];
  return host.order.filter((key) => wanted === undefined || host.status.get(key) === wanted);
}

function row(key: number): ClaimRow {
  return { key, ref: `DG-${key}`, status: host.status.get(key), claimant: null } as ClaimRow;
}

export function answer<K extends keyof Commands>(name: K, arg: Commands[K]["arg"]): unknown {
  const { query = "", from = 0, limit = 0, claim = 0 } = (arg ?? {}) as Record<string, never>;
  const keys = found(query);
  switch (name) {
    case "claims.page": {
      const terms = (query as string)
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => {
          const [key, value] = word.split(":");
          return value ? { negated: false, key, values: [value] } : { negated: false, key: null, values: [word] };
        });
      const rows = keys.slice(from, from + limit).map(row);
      return {
        rows,
        from,
        total: keys.length,
        operation: host.operation,
        query: { terms },
        hints: [],
      } as unknown as Page;
    }
    case "claims.locate":
      return keys.includes(claim) ? keys.indexOf(claim) : null;
    case "claims.keys":
      return keys.slice(from, from + (limit || keys.length));
    case "claims.among":
      return ((arg as Commands["claims.among"]["arg"]).claims as number[]).filter((key) => keys.includes(key));
    case "claims.next-open": {
      const { but } = arg as Commands["claims.next-open"]["arg"];
      const round = [...keys.slice(from), ...keys.slice(0, from)];
      return round.find((key) => host.status.get(key) === "open" && key !== but) ?? null;
    }
    case "claims.preview-bulk": {
      const claims = (arg as { chosen: { keys: number[] } }).chosen.keys.length;
      const seen = { operation: host.operation, claims: "" };
      return { claims, changed: claims, same: 0, reopened: 0, left: [], message: "", seen };
    }
    case "claims.bulk": {
      const { chosen, deed } = arg as { chosen: { keys: number[] }; deed: { patch: never } };
      return answer("claims.edit", { claims: chosen.keys, patch: deed.patch });
    }
    case "claims.get":
      return { ...row(claim), document: null };
    case "claims.edit": {
      const { claims, patch } = arg as Commands["claims.edit"]["arg"];
      host.operation++;
      for (const key of claims) if (patch.status) host.status.set(key, patch.status);
      host.order = [...claims, ...host.order.filter((key) => !claims.includes(key))];
      const touched = [{ thing: "claim" as const, keys: claims, many: false }];
      host.hear?.({ kind: "data-changed", operation: host.operation, touched });
      return { operation: host.operation, claims: claims.length, message: "Done" };
    }
    default:
      return [];
  }
}

/** What stands in for the host's own backend. */
export const backend = {
  call: async (name: keyof Commands, arg: never) => {
    host.asked.push(`${name} ${JSON.stringify(arg)}`);
    const result = answer(name, arg);
    if (host.held && name === host.holds) await new Promise<void>((go) => host.held?.push(go));
    return result;
  },
  onNotice: (hear: (notice: Notice) => void) => {
    host.hear = hear;
    return () => (host.hear = null);
  },
};

/** A thousand open claims, nothing asked. */
export function begin(): void {
  host.order = Array.from({ length: 1000 }, (_, index) => index + 1);
  host.status = new Map(host.order.map((key) => [key, "open"]));
  host.operation = 1;
  host.asked = [];
  host.held = null;
  host.holds = "claims.page";
}

export const rest = (ms = 60): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
