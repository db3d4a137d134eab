/**
 * Files of many formats to one form, before anyone asks what they say. Only this package knows POI
 * and PDFBox.
 *
 * <ul>
 *   <li>{@link annals.reader.DocumentReader}: the door; finds the format by the bytes, not the name
 *   <li>{@link annals.reader.SourceDocument}: what every format becomes, in {@link
 *       annals.reader.Piece}s with a {@link annals.reader.Style} each, {@link
 *       annals.reader.Finding}s about what was left out or made, and pictures
 *   <li>{@link annals.reader.UnreadableException}: why a file cannot be read and what to do about
 *       it, in one line
 * </ul>
 */
package annals.reader;
