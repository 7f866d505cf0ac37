/** Texts of our own that pages of the browser tests are made of. */

/** Two claims of one person. */
export const PARAGRAPH = `<p>The slipway will be closed until the end of the summer, the harbour master Ines Dahl
said on Thursday. “Nobody wanted this,” she added. The town has some 40 boats of its own, and in a good
year the slipway sees each of them twice, once in spring and once before the storms.</p>`;

/** Text in which nobody says anything, so that a long page has claims as thinly sown as real ones. */
export const FILLER = `<p>The path from the slipway to the upper town climbs past the old rope works, turns twice
under the chestnut trees and ends at a small square with a well. Boats are carried up here in winter and
stand between the benches until the thaw, and in the evening the square smells of tar and of woodsmoke.
From the wall one looks over the whole bay, the skerries and the long low island behind them.</p>`;

/** A second article, for a page that changes to it. */
export const OTHER = `<h1>Lighthouse lamp to be replaced</h1>
<p>The lamp of the lighthouse on Grey Skerry will be replaced before the autumn, the keeper Aksel Lund
said in a letter to the council, which has to agree to the cost of the work.</p>
<p>“We have waited nine years for this,” Lund said. The council will meet again in the first week of
June, and the boat to the skerry runs every day until then.</p>`;

/** A claim that is not on any other page, by the number of its page. @param {number} number */
export function numbered(number) {
  return `<p>“Boat number ${number} was late again this morning,” said Runa Holt, the crane foreman, who had
waited on the quay since five with a thermos and two of her men.</p>`;
}
