/**
 * What the units of a year write about in common.
 *
 * <ul>
 *   <li>{@link annals.topic.TopicSurvey}: the headings of the whole archive, read once, to the
 *       {@link annals.topic.Topics} of each year; {@code ContentRuns} cuts a heading into the words
 *       that say what it is about
 *   <li>{@link annals.topic.TopicFinder}: where a report writes about the topics of its year
 *   <li>{@link annals.topic.TopicStore}: the passages found, on disk until the pages of the years
 *       are made
 * </ul>
 */
package annals.topic;
