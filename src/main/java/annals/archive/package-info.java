/**
 * The archive: the light {@link annals.archive.Catalog} of everything, and one {@link
 * annals.archive.UnitArchive} at a time with everything about a unit.
 */
package annals.archive;
