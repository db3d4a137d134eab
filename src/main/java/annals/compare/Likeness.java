package annals.compare;

import annals.outline.Role;
import annals.outline.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike the mentions of some reports are: the cosine of their terms, weighed by how few other
 * mentions have them. The heading of a short section counts as said by each of its sentences, a
 * little. Only what is worth knowing is kept: pairs that share a rare term and are alike at least
 * {@value #LEAST}. Immutable.
 */
final class Likeness {
  /** Pairs less alike than this are not kept. */
  static final double LEAST = 0.06;

  private static final float HEADING = 0.4f;
  private static final int SHORT_SECTION = 4;
  private static final float IN_ONE_YEAR = 0.5f;
  private static final float REGISTER = 0.3f;
  private static final float IN_HEADINGS = 1.7f;

  /** What counts the points of a paragraph says nothing of their matter. */
  private static final TermTable MARKS = Vocabulary.words("一是 二是 三是 四是 五是 六是 七是 八是 九是 十是");

  private final int[] starts;
  private final int[] others;
  private final float[] values;

  private Likeness(int[] starts, int[] others, float[] values) {
    this.starts = starts;
    this.others = others;
    this.values = values;
  }

  /** Where the neighbours of a mention begin in {@link #other} and {@link #value}. */
  int start(int mention) {
    return starts[mention];
  }

  int end(int mention) {
    return starts[mention + 1];
  }

  /** The mention of an entry; they rise within those of a mention. */
  int other(int entry) {
    return others[entry];
  }

  float value(int entry) {
    return values[entry];
  }

  /** How alike two mentions are; 0 if less than {@link #LEAST}. */
  float between(int a, int b) {
    int entry = Arrays.binarySearch(others, starts[a], starts[a + 1], b);
    return entry < 0 ? 0 : values[entry];
  }

  static Likeness of(Mentions mentions, Vocabulary vocabulary) {
    return new Reader(mentions, vocabulary).read();
  }

  /** Reads the terms of all mentions and finds the pairs. */
  private static final class Reader {
    private final Mentions mentions;
    private final Vocabulary vocabulary;
    private final int size;
    private final int[] from;
    private final int[] ownEnd;
    private final Section[] sections;
    private int[] terms;
    private float[] values;
    private final int[] frequency;

    Reader(Mentions mentions, Vocabulary vocabulary) {
      this.mentions = mentions;
      this.vocabulary = vocabulary;
      this.size = mentions.size();
      this.from = new int[size + 1];
      this.ownEnd = new int[size];
      this.sections = new Section[size];
      this.terms = new int[size * 32];
      this.values = new float[size * 32];
      this.frequency = new int[vocabulary.size()];
    }

    Likeness read() {
      count();
      weigh();
      return pairs();
    }

    /** Each mention's terms once, those of its heading alone with the heading's weight. */
    private void count() {
      int[] seen = new int[vocabulary.size()];
      Map<Section, Integer> sizes = sizes();
      int end = 0;
      for (int m = 0; m < size; m++) {
        from[m] = end;
        Mention mention = mentions.get(m);
        Terms own = terms(mention);
        Section section = mention.section().filter(s -> s.level() > 1).orElse(null);
        Terms heading =
            section == null || mention.passage().isEmpty()
                ? null
                : vocabulary.terms(section.heading());
        end = room(end, own.size() + (heading == null ? 0 : heading.size()));
        end = add(own, 1, seen, m + 1, end);
        ownEnd[m] = end;
        sections[m] = section;
        for (int k = from[m]; k < end; k++) {
          frequency[terms[k]]++;
        }
        if (heading != null) {
          float weight =
              mention.isNamedProblem()
                  ? 1
                  : HEADING * Math.min(1, (float) SHORT_SECTION / sizes.get(section));
          end = add(heading, weight, seen, m + 1, end);
        }
      }
      from[size] = end;
    }

    private Map<Section, Integer> sizes() {
      Map<Section, Integer> sizes = new IdentityHashMap<>();
      for (int m = 0; m < size; m++) {
        mentions.get(m).section().ifPresent(section -> sizes.merge(section, 1, Integer::sum));
      }
      return sizes;
    }

    private int room(int end, int more) {
      if (end + more > terms.length) {
        int length = Math.max(end + more, terms.length * 2);
        terms = Arrays.copyOf(terms, length);
        values = Arrays.copyOf(values, length);
      }
      return end;
    }

    private int add(Terms text, float weight, int[] seen, int mark, int end) {
      int next = end;
      for (int i = 0; i < text.size(); i++) {
        int term = text.number(i);
        if (seen[term] != mark) {
          seen[term] = mark;
          terms[next] = term;
          values[next++] = weight;
        }
      }
      return next;
    }

    private Terms terms(Mention mention) {
      if (mention.sentences().isEmpty()) {
        return mention.passage().map(vocabulary::terms).orElseGet(() -> heading(mention));
      }
      List<Terms> parts = new ArrayList<>(mention.sentences().size());
      mention.sentences().forEach(sentence -> parts.add(vocabulary.terms(sentence.text())));
      return Terms.join(parts);
    }

    private Terms heading(Mention mention) {
      return vocabulary.terms(mention.text());
    }

    /** Terms to unit vectors. What one year alone says cannot tell how it goes on. */
    private void weigh() {
      int[] year = new int[vocabulary.size()];
      boolean[] several = new boolean[vocabulary.size()];
      for (int m = 0; m < size; m++) {
        int here = targetYear(m);
        for (int k = from[m]; k < from[m + 1]; k++) {
          int term = terms[k];
          several[term] |= year[term] != 0 && year[term] != here;
          year[term] = here;
        }
      }
      int[] headedIn = new int[vocabulary.size()];
      boolean[] topic = new boolean[vocabulary.size()];
      for (int m = 0; m < size; m++) {
        if (sections[m] != null && (m == 0 || sections[m] != sections[m - 1])) {
          int here = mentions.get(m).report().year();
          Terms heading = vocabulary.terms(sections[m].heading());
          for (int i = 0; i < heading.size(); i++) {
            int term = heading.number(i);
            topic[term] |= headedIn[term] != 0 && headedIn[term] != here;
            headedIn[term] = here;
          }
        }
      }
      double all = Math.log(size + 1.0);
      for (int m = 0; m < size; m++) {
        double squares = 0;
        for (int k = from[m]; k < from[m + 1]; k++) {
          int term = terms[k];
          if (MARKS.find(vocabulary.term(term)) != TermTable.ABSENT) {
            values[k] = 0;
            continue;
          }
          double weight = Math.log((size + 1) / (frequency[term] + 0.5)) / all;
          weight *= vocabulary.isRegister(term) ? REGISTER : 1;
          weight *= several[term] ? 1 : IN_ONE_YEAR;
          weight *= topic[term] && !vocabulary.isRegister(term) ? IN_HEADINGS : 1;
          values[k] *= (float) weight;
          squares += values[k] * values[k];
        }
        float norm = squares == 0 ? 1 : (float) Math.sqrt(squares);
        for (int k = from[m]; k < from[m + 1]; k++) {
          values[k] /= norm;
        }
      }
    }

    private int targetYear(int mention) {
      Mention m = mentions.get(mention);
      int year = m.report().year();
      return m.role() == Role.PLAN ? year + 1 : year;
    }

    private Likeness pairs() {
      int most = Math.max(24, 4 * mentions.reports().size());
      int[] postings = new int[vocabulary.size() + 1];
      for (int k = 0; k < from[size]; k++) {
        if (frequency[terms[k]] <= most) {
          postings[terms[k] + 1]++;
        }
      }
      for (int t = 0; t < vocabulary.size(); t++) {
        postings[t + 1] += postings[t];
      }
      int[] next = postings.clone();
      int[] texts = new int[postings[vocabulary.size()]];
      boolean[] fromHeading = new boolean[texts.length];
      float[] inText = new float[texts.length];
      float[] sums = new float[size];
      int[] touched = new int[size];
      List<int[]> neighbours = new ArrayList<>(size);
      List<float[]> likenesses = new ArrayList<>(size);
      int[] degrees = new int[size];
      for (int m = 0; m < size; m++) {
        int count = 0;
        for (int k = from[m]; k < from[m + 1]; k++) {
          int term = terms[k];
          if (frequency[term] <= most && values[k] > 0) {
            boolean heading = k >= ownEnd[m];
            for (int p = postings[term]; p < next[term]; p++) {
              int other = texts[p];
              if (heading && fromHeading[p] && sections[m] == sections[other]) {
                continue;
              }
              if (sums[other] == 0) {
                touched[count++] = other;
              }
              sums[other] += values[k] * inText[p];
            }
            texts[next[term]] = m;
            fromHeading[next[term]] = heading;
            inText[next[term]++] = values[k];
          }
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
          if (sums[touched[i]] >= LEAST) {
            touched[kept++] = touched[i];
          } else {
            sums[touched[i]] = 0;
          }
        }
        int[] before = Arrays.copyOf(touched, kept);
        Arrays.sort(before);
        float[] alike = new float[kept];
        for (int i = 0; i < kept; i++) {
          alike[i] = sums[before[i]];
          sums[before[i]] = 0;
          degrees[before[i]]++;
        }
        degrees[m] += kept;
        neighbours.add(before);
        likenesses.add(alike);
      }
      return both(neighbours, likenesses, degrees);
    }

    /** From pairs with the earlier mention to pairs from either side. */
    private Likeness both(List<int[]> neighbours, List<float[]> likenesses, int[] degrees) {
      int[] starts = new int[size + 1];
      for (int m = 0; m < size; m++) {
        starts[m + 1] = starts[m] + degrees[m];
      }
      int[] next = starts.clone();
      int[] others = new int[starts[size]];
      float[] alike = new float[starts[size]];
      for (int m = 0; m < size; m++) {
        int[] before = neighbours.get(m);
        for (int i = 0; i < before.length; i++) {
          others[next[m]] = before[i];
          alike[next[m]++] = likenesses.get(m)[i];
        }
      }
      for (int m = 0; m < size; m++) {
        int[] before = neighbours.get(m);
        for (int i = 0; i < before.length; i++) {
          others[next[before[i]]] = m;
          alike[next[before[i]]++] = likenesses.get(m)[i];
        }
      }
      return new Likeness(starts, others, alike);
    }
  }
}
