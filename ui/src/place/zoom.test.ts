import { afterEach, expect, it, vi } from "vitest";
import { here } from ".";
import { STEPS, zoom } from "./zoom.svelte";

afterEach(() => zoom.set(1));

it("goes from 80 to 200 per cent and stays there, and is remembered", async () => {
  for (let times = 0; times < 20; times += 1) zoom.step(1);
  expect(zoom.factor).toBe(2);
  vi.resetModules();
  const { zoom: again } = await import("./zoom.svelte");
  expect(again.factor).toBe(2);
  for (let times = 0; times < 20; times += 1) zoom.step(-1);
  expect(zoom.factor).toBe(STEPS[0]);
  localStorage.setItem("assay.zoom", "7");
  vi.resetModules();
  const { zoom: odd } = await import("./zoom.svelte");
  expect(odd.factor).toBe(1);
});

it("remembers a second document with its place, and looking differently is no step", () => {
  here.go({ name: "library" });
  here.go({ name: "reader", document: "D1" });
  here.change({ name: "reader", document: "D1", beside: { document: "D2" } });
  here.go({ name: "claims" });
  here.back();
  expect(here.place).toEqual({ name: "reader", document: "D1", beside: { document: "D2" } });
  here.back();
  expect(here.place).toEqual({ name: "library" });
});
