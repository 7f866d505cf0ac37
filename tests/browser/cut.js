/** What a page of Whence's own cuts off. */

/**
 * The choices whose words are wider than the room they have: a list of choices cuts them without a sign.
 * @param {import('./driver.js').Page} page
 */
export function cutChoices(page) {
  return page.run(() => {
    const arrow = 24; // the least that browsers leave for it, with the space beside the words
    const measure = document.createElement("span");
    measure.style.cssText = "position: absolute; white-space: nowrap";
    document.body.append(measure);
    const cut = [...document.querySelectorAll("select")]
      .filter((select) => select.checkVisibility())
      .flatMap((select) => {
        const { font, paddingLeft } = getComputedStyle(select);
        measure.style.font = font;
        measure.textContent = select.selectedOptions[0]?.text ?? "";
        const wide = measure.getBoundingClientRect().width + parseFloat(paddingLeft) + arrow;
        return wide > select.clientWidth ? [`${measure.textContent}: ${select.clientWidth}`] : [];
      });
    measure.remove();
    return cut;
  });
}
