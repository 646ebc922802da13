/** The icons the window uses, by their names in Lucide. Add one here before using it, so that only these are shipped. */
import Anchor from "@lucide/svelte/icons/anchor";
import ArrowDown from "@lucide/svelte/icons/arrow-down";
import ArrowUp from "@lucide/svelte/icons/arrow-up";
import BookBookmark from "@lucide/svelte/icons/book-bookmark";
import Bookmark from "@lucide/svelte/icons/bookmark";
import ChartColumn from "@lucide/svelte/icons/chart-column";
import Check from "@lucide/svelte/icons/check";
import ChevronDown from "@lucide/svelte/icons/chevron-down";
import ChevronRight from "@lucide/svelte/icons/chevron-right";
import ChevronUp from "@lucide/svelte/icons/chevron-up";
import ChevronsUpDown from "@lucide/svelte/icons/chevrons-up-down";
import CircleAlert from "@lucide/svelte/icons/circle-alert";
import CircleQuestionMark from "@lucide/svelte/icons/circle-question-mark";
import ClipboardPaste from "@lucide/svelte/icons/clipboard-paste";
import Clock from "@lucide/svelte/icons/clock";
import Columns2 from "@lucide/svelte/icons/columns-2";
import Columns3 from "@lucide/svelte/icons/columns-3";
import Copy from "@lucide/svelte/icons/copy";
import CornerDownLeft from "@lucide/svelte/icons/corner-down-left";
import Download from "@lucide/svelte/icons/download";
import Ellipsis from "@lucide/svelte/icons/ellipsis";
import EqualApproximately from "@lucide/svelte/icons/equal-approximately";
import ExternalLink from "@lucide/svelte/icons/external-link";
import FileCheck from "@lucide/svelte/icons/file-check";
import FileDown from "@lucide/svelte/icons/file-down";
import FileText from "@lucide/svelte/icons/file-text";
import Flag from "@lucide/svelte/icons/flag";
import Folder from "@lucide/svelte/icons/folder";
import Globe from "@lucide/svelte/icons/globe";
import Highlighter from "@lucide/svelte/icons/highlighter";
import Keyboard from "@lucide/svelte/icons/keyboard";
import Library from "@lucide/svelte/icons/library";
import Link from "@lucide/svelte/icons/link";
import ListChecks from "@lucide/svelte/icons/list-checks";
import ListFilter from "@lucide/svelte/icons/list-filter";
import Lock from "@lucide/svelte/icons/lock";
import MessageSquare from "@lucide/svelte/icons/message-square";
import Minus from "@lucide/svelte/icons/minus";
import Moon from "@lucide/svelte/icons/moon";
import PanelLeft from "@lucide/svelte/icons/panel-left";
import PanelRight from "@lucide/svelte/icons/panel-right";
import Paperclip from "@lucide/svelte/icons/paperclip";
import Pencil from "@lucide/svelte/icons/pencil";
import Plus from "@lucide/svelte/icons/plus";
import Printer from "@lucide/svelte/icons/printer";
import Quote from "@lucide/svelte/icons/quote";
import Redo2 from "@lucide/svelte/icons/redo-2";
import RefreshCw from "@lucide/svelte/icons/refresh-cw";
import RotateCcwClock from "@lucide/svelte/icons/rotate-ccw-clock";
import Rows3 from "@lucide/svelte/icons/rows-3";
import Save from "@lucide/svelte/icons/save";
import ScanText from "@lucide/svelte/icons/scan-text";
import Search from "@lucide/svelte/icons/search";
import Settings from "@lucide/svelte/icons/settings";
import SquarePen from "@lucide/svelte/icons/square-pen";
import SquareStack from "@lucide/svelte/icons/square-stack";
import Sun from "@lucide/svelte/icons/sun";
import Tag from "@lucide/svelte/icons/tag";
import TextCursorInput from "@lucide/svelte/icons/text-cursor-input";
import Trash from "@lucide/svelte/icons/trash";
import TriangleAlert from "@lucide/svelte/icons/triangle-alert";
import Undo2 from "@lucide/svelte/icons/undo-2";
import Unlink from "@lucide/svelte/icons/unlink";
import Upload from "@lucide/svelte/icons/upload";
import User from "@lucide/svelte/icons/user";
import X from "@lucide/svelte/icons/x";
import ZoomIn from "@lucide/svelte/icons/zoom-in";
import ZoomOut from "@lucide/svelte/icons/zoom-out";

export const ICONS = {
  anchor: Anchor,
  "arrow-down": ArrowDown,
  "arrow-up": ArrowUp,
  "book-bookmark": BookBookmark,
  bookmark: Bookmark,
  "chart-column": ChartColumn,
  check: Check,
  "chevron-down": ChevronDown,
  "chevron-right": ChevronRight,
  "chevron-up": ChevronUp,
  "chevrons-up-down": ChevronsUpDown,
  "circle-alert": CircleAlert,
  "circle-question-mark": CircleQuestionMark,
  "clipboard-paste": ClipboardPaste,
  clock: Clock,
  "columns-2": Columns2,
  "columns-3": Columns3,
  copy: Copy,
  "corner-down-left": CornerDownLeft,
  download: Download,
  ellipsis: Ellipsis,
  "equal-approximately": EqualApproximately,
  "external-link": ExternalLink,
  "file-check": FileCheck,
  "file-down": FileDown,
  "file-text": FileText,
  flag: Flag,
  folder: Folder,
  globe: Globe,
  highlighter: Highlighter,
  keyboard: Keyboard,
  library: Library,
  link: Link,
  "list-checks": ListChecks,
  "list-filter": ListFilter,
  lock: Lock,
  "message-square": MessageSquare,
  minus: Minus,
  moon: Moon,
  "panel-left": PanelLeft,
  "panel-right": PanelRight,
  paperclip: Paperclip,
  pencil: Pencil,
  plus: Plus,
  printer: Printer,
  quote: Quote,
  "redo-2": Redo2,
  "refresh-cw": RefreshCw,
  "rotate-ccw-clock": RotateCcwClock,
  "rows-3": Rows3,
  save: Save,
  "scan-text": ScanText,
  search: Search,
  settings: Settings,
  "square-pen": SquarePen,
  "square-stack": SquareStack,
  sun: Sun,
  tag: Tag,
  "text-cursor-input": TextCursorInput,
  trash: Trash,
  "triangle-alert": TriangleAlert,
  "undo-2": Undo2,
  unlink: Unlink,
  upload: Upload,
  user: User,
  x: X,
  "zoom-in": ZoomIn,
  "zoom-out": ZoomOut,
};

export type IconName = keyof typeof ICONS;
