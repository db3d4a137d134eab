/**
 * Reports back to the files that offices send to one another. {@link
 * annals.export.OfficialDocument} writes a Word file in the form of GB/T 9704-2012.
 */
package annals.export;
