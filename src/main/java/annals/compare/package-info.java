/**
 * Setting reports of a unit against one another.
 *
 * <p>Plan against account:
 *
 * <ul>
 *   <li>{@link annals.compare.PlanItems}: from a plan to its {@link annals.compare.PlanItem}s
 *       (commitment or statement by {@code CommitmentRule})
 *   <li>{@link annals.compare.Similarity}: how likely a later sentence reports on a plan sentence;
 *       {@link annals.compare.LexicalSimilarity} tells by words alone: {@link
 *       annals.compare.LexicalFeatures} weighed by {@link annals.compare.Rarity} in the unit's own
 *       reports and summed up by a {@link annals.compare.LexicalModel}
 *   <li>{@link annals.compare.FollowUps}: a plan and an account to a {@link
 *       annals.compare.FollowUp}, with the thresholds of the {@link annals.compare.State}s
 * </ul>
 *
 * <p>Year beside year:
 *
 * <ul>
 *   <li>{@link annals.compare.YearComparisons}: two reports to a {@link
 *       annals.compare.YearComparison}: {@code SectionAligner}, then {@code PassageAligner}, then
 *       {@code TextDifference} at the grain of {@code ReadingTokens} over a {@code
 *       CommonSubsequence}
 * </ul>
 *
 * <p>Underneath: {@code Terms} (character pairs), {@code TermTable} and {@code TermVectors} (sparse
 * vectors with an inverted index).
 */
package annals.compare;
