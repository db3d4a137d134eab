/** Writing the site: staged beside, renamed into place, listed in the manifest last. */
package annals.output;
