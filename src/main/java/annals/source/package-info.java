/**
 * Finding and reading content files.
 *
 * <ul>
 *   <li>{@link annals.source.ContentTree}: what lies in {@code content/}, from {@code unit.yaml}
 *       and front matter alone
 *   <li>{@link annals.source.UnitFile}: a {@code unit.yaml}
 *   <li>{@link annals.source.Slugs}, {@link annals.source.UnitOrder}: by pinyin
 * </ul>
 */
package annals.source;
