import { afterEach, describe, expect, it, vi } from "vitest";
import { CommandError, errorView, toCommandError } from "./errors";

afterEach(() => vi.restoreAllMocks());

describe("errors", () => {
  it("takes over what a command refused", () => {
    const error = toCommandError({
      code: "invalid",
      message: "There is no month 13.",
      hints: ["a", 1],
      field: "accessed",
    });
    expect(error).toBeInstanceOf(CommandError);
    expect(error).toMatchObject({ code: "invalid", message: "There is no month 13.", hints: ["a"], field: "accessed" });
  });

  it("never shows a program's own text", () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    for (const thrown of [new TypeError("x is undefined"), "UNIQUE constraint failed", null, undefined, { code: 5 }]) {
      const error = toCommandError(thrown);
      expect(error.code).toBe("internal");
      expect(error.message).toBe("Something went wrong inside Assay. Nothing was changed.");
    }
    expect(log).toHaveBeenCalledTimes(5);
  });

  it("leaves a CommandError as it is", () => {
    const error = new CommandError("busy", "Busy.");
    expect(toCommandError(error)).toBe(error);
  });

  it("shows a code by its line, and an unknown one as an alert with its own words", () => {
    expect(errorView(new CommandError("busy", "Another program is writing."))).toEqual({
      tone: "alert",
      words: "Another program is writing.",
      action: { id: "retry", label: "Try again" },
    });
    expect(errorView(new CommandError("damaged", "Damaged.")).tone).toBe("stop");
    expect(errorView(new CommandError("constructor", "Odd."))).toEqual({ tone: "alert", words: "Odd." });
  });
});
