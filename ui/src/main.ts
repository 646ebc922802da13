import { mount } from "svelte";
import "./styles/index.css";
import { App } from "./window";

export default mount(App, { target: document.body });
