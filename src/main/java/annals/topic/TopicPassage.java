package annals.topic;

import annals.outline.Role;
import annals.report.ReportId;

/**
 * Where a report writes about a topic.
 *
 * @param target the year the passage is about, as pages write it
 * @param anchor the section, or the paragraph in it
 * @param label the section's number and heading
 * @param quote how the passage begins
 * @param cut whether it goes on
 * @param headed whether the heading says so; else the text alone
 */
public record TopicPassage(
    ReportId report,
    Role role,
    String target,
    String anchor,
    String label,
    String quote,
    boolean cut,
    boolean headed) {}
