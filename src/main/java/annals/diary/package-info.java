/**
 * What changed for readers from release to release.
 *
 * <ul>
 *   <li>{@link annals.diary.ReleaseEntry}: one release, with the reports added, changed and removed
 *   <li>{@link annals.diary.Comparison}: finds them by the units' anchors files of both releases
 *   <li>{@link annals.diary.Diary}: all releases of a target, kept beside its pages as {@code
 *       changes/changes.json}
 * </ul>
 */
package annals.diary;
