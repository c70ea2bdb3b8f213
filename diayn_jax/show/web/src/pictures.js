import { h } from "./dom.js";

/** Pictures that commands have drawn of the run. */
export function pictures(element, found) {
  element.append(
    ...found.map(({ title, about, file, image }) =>
      h("figure", { class: "picture" }, h("h3", {}, title), h("img", { src: image, alt: `${title}: ${file}` }), h("figcaption", { class: "note" }, `${about}. ${file}`)),
    ),
  );
}
