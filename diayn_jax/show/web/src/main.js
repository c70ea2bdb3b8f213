import * as Plot from "@observablehq/plot";
import { mountGallery } from "./player.js";
import "./style.css";

/** Fills the page out of the data that it carries. */
export function start(element, data) {
  const title = document.createElement("h1");
  title.textContent = data.title;
  element.append(title);
  if (data.mi) element.append(Plot.lineY(data.mi).plot());
  if (data.gallery) mountGallery(element.appendChild(document.createElement("section")), data.gallery, {});
}
