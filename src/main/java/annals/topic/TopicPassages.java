package annals.topic;

import annals.report.ReportId;
import java.util.List;

/** What reports write about the topics of their years. Safe for several threads. */
public interface TopicPassages {
  boolean has(ReportId report, Topic topic);

  /** What a report writes about a topic, in the order of parts; nothing if it does not. */
  List<TopicPassage> get(ReportId report, Topic topic);
}
