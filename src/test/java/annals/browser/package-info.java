/**
 * The demonstration archive, built once, as readers have it: in a real Chromium, over http and from
 * {@code file://}. Where no Chromium is installed these tests are skipped; {@code CHROMIUM} may
 * name one.
 *
 * <ul>
 *   <li>{@link annals.browser.InChromium}: marks a test class; gives it {@code Chromium} and {@code
 *       DemonstrationSite}
 *   <li>{@link annals.browser.SamplePage}: a page of each type, and of each condition that looks
 *       different
 *   <li>{@code BuiltPagesTest}: every page of the site as a file; needs no browser
 * </ul>
 */
package annals.browser;
