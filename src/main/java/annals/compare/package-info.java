/**
 * Setting reports of a unit against one another.
 *
 * <ul>
 *   <li>{@link annals.compare.Similarity}: how likely a later sentence reports on a plan sentence
 *   <li>{@link annals.compare.FollowUp}: plan items for a year against the later account of that
 *       year
 *   <li>{@link annals.compare.YearComparison}: two reports side by side
 * </ul>
 */
package annals.compare;
