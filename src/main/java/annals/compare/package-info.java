/**
 * Setting reports of a unit against one another.
 *
 * <p>Plan against account:
 *
 * <ul>
 *   <li>{@link annals.compare.PlanItems}: from a plan to its {@link annals.compare.PlanItem}s
 *       (commitment or statement by {@code CommitmentRule})
 *   <li>{@link annals.compare.Similarity}: how likely a later sentence reports on a plan sentence;
 *       {@link annals.compare.LexicalSimilarity} tells by words alone, {@link
 *       annals.compare.SemanticSimilarity} by {@link annals.compare.SentenceVectors} too. {@link
 *       annals.compare.PairFeatures} are made by {@code WordFeatures} (terms weighed by their
 *       {@code Rarity} in the unit's own reports), {@code AccountFeatures} and {@code
 *       MeaningFeatures}, and summed up by a {@link annals.compare.FollowUpModel}; {@code
 *       Headlines} share their scores with the sentences beneath, and a {@code FrameSentence} has
 *       none
 *   <li>{@link annals.compare.Cut}: from which score on an outcome is shown
 *   <li>{@link annals.compare.FollowUps}: a plan and an account to a {@link
 *       annals.compare.FollowUp}, with the thresholds of the {@link annals.compare.State}s
 * </ul>
 *
 * <p>Year beside year:
 *
 * <ul>
 *   <li>{@link annals.compare.YearComparisons}: two reports to a {@link
 *       annals.compare.YearComparison}: their {@code Alignment} (mentions, then passages by their
 *       mentions, then sections by {@code SectionAligner}) drawn up in {@code PassageRows}, with
 *       {@code TextDifference} at the grain of {@code ReadingTokens} over a {@code
 *       CommonSubsequence}
 * </ul>
 *
 * <p>What repeats:
 *
 * <ul>
 *   <li>{@link annals.compare.TextSurvey}: all texts of the archive once, to what they have in
 *       common, a {@link annals.compare.CommonText}
 *   <li>{@link annals.compare.Repetitions}: a report, the one before it and those like it to a
 *       {@link annals.compare.Repetition}, by the shingles of {@code ShingledText}
 * </ul>
 *
 * <p>The same matter through all years:
 *
 * <ul>
 *   <li>{@link annals.compare.Threads}: the reports of a kind, read as {@link
 *       annals.compare.Mention}s, whose {@code Likeness} makes them groups ({@code ThreadFinder},
 *       {@code AverageLinkage}) with a name ({@code ThreadNames})
 *   <li>{@link annals.compare.ProblemChains}: the problems among them that return
 * </ul>
 *
 * <p>Underneath: {@link annals.compare.Vocabulary} reads all texts of a family of units once as
 * {@code Terms} (pairs of neighbouring {@code Tokens}, numbered by a {@code TermTable}) and keeps
 * the {@code SectionTerms} of each report. A single comparison gives the terms it meets small
 * numbers ({@code Renumbering}) and works on {@code TermCounts} and {@code TermVectors} (sparse
 * vectors with an inverted index).
 */
package annals.compare;
