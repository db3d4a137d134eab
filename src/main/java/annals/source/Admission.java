package annals.source;

import annals.markdown.FrontMatter;
import java.util.Optional;

/** Decides which sources belong to the site at all. Asked by several threads. */
@FunctionalInterface
public interface Admission {
  /** Keeps nothing back but drafts. */
  Admission ALL = (path, frontMatter, text, original) -> Optional.empty();

  /**
   * @param path the file, relative to the source folder
   * @param text the whole file, decoded
   * @param original the document that its page is to offer, which is there
   * @return why the report is kept back; empty if it is let in
   */
  Optional<HeldBack.Reason> refuses(
      String path, FrontMatter frontMatter, String text, Optional<UnitSource.Original> original);

  /**
   * Whether the rulings of a unit are let in.
   *
   * @param path the file, relative to the source folder
   * @param text the whole file, decoded
   */
  default boolean admitsRulings(String path, String text) {
    return true;
  }
}
