package annals.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import annals.compare.MeaningMemory;
import annals.compare.Similarity;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import annals.embedding.ModelUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language model changes in a site, and what its absence does. */
class SimilarityBuildTest {
  private static final String FOLLOW_UP = "units/dukou/follow-up/2023/follow-up.json";

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void aPlanAndItsAccountInOtherWords() {
    site =
        TestSite.in(
            folder,
            """
            == annals.yaml
            title: 试
            similarity: semantic
            == content/渡口站/unit.yaml
            name: 县渡口站
            slug: dukou
            == content/渡口站/2022.md
            ---
            title: 县渡口站2022年工作总结和2023年工作计划
            ---

            ## 一、2022年工作总结

            巡查渡口210次。

            ## 二、2023年工作计划

            为过渡老人添置座椅和扶手。修缮老码头石阶。引进高学历年轻职工2名。建立安全隐患台账。

            == content/渡口站/2023.md
            ---
            title: 县渡口站2023年工作总结
            ---

            ## 一、2023年工作总结

            巡查渡口232次。招录硕士毕业生两人，充实了队伍。候船处装上护栏，长者上下船更方便。老码头石阶翻新完工。险情逐条登记造册，按月销号。

            """);
  }

  private BuildReport build(String output, int threads, Similarities.Source source)
      throws IOException, InterruptedException {
    List<Diagnostic> ofConfig = new ArrayList<>();
    SiteConfig config = SiteConfig.read(folder, ofConfig).withOutput(folder.resolve(output));
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(ofConfig);
    return new SiteBuilder(config, threads, Progress.NONE, source).build(diagnostics);
  }

  private static Similarities.Source without(String library) {
    return (kind, root, computed) ->
        kind == Similarity.Kind.LEXICAL
            ? Similarities.of(kind, root, computed)
            : new Similarities(
                vocabulary ->
                    (plan, account) -> {
                      throw new ModelUnavailableException(new UnsatisfiedLinkError(library));
                    },
                () -> {},
                MeaningMemory.NONE);
  }

  @Test
  void withoutTheModelTheSiteIsBuiltByWordsAloneAndOneLineSaysSo() throws Exception {
    BuildReport report = build("site", 2, without("no onnxruntime for riscv64"));
    assertTrue(report.written().isPresent());
    List<String> said =
        report.diagnostics().stream()
            .filter(d -> d.code().equals("similarity-lexical"))
            .map(Diagnostic::toString)
            .toList();
    assertEquals(1, said.size(), said::toString);
    assertTrue(said.getFirst().contains("riscv64"), said::toString);
    Map<String, String> byWords = TestSite.files(folder.resolve("site"));
    site.write("annals.yaml", "title: 试\nsimilarity: lexical\n");
    build("lexical", 2, without("never asked"));
    assertEquals(TestSite.files(folder.resolve("lexical")), byWords);
  }

  @Test
  void theModelFindsMoreAndKeptOrComputedTheSiteHasTheSameBytes() throws Exception {
    BuildReport first = build("first", 2, Similarities::of);
    assumeTrue(
        first.diagnostics().stream().noneMatch(d -> d.code().equals("similarity-lexical")),
        "no language model here");
    Map<String, String> computed = TestSite.files(folder.resolve("first"));
    try (var kept = Files.list(folder.resolve(".annals"))) {
      assertTrue(kept.findAny().isPresent());
    }
    build("second", 1, Similarities::of);
    assertEquals(computed, TestSite.files(folder.resolve("second")));
    site.write("annals.yaml", "title: 试\n");
    build("lexical", 2, Similarities::of);
    assertNotEquals(
        computed.get(FOLLOW_UP), TestSite.files(folder.resolve("lexical")).get(FOLLOW_UP));
  }

  @Test
  void whatMeaningAddsIsKeptForTheTextsAsTheyAreNow() throws Exception {
    BuildReport first = build("site", 2, Similarities::of);
    assumeTrue(
        first.diagnostics().stream().noneMatch(d -> d.code().equals("similarity-lexical")),
        "no language model here");
    List<Path> kept = remembered();
    assertEquals(1, kept.size());
    Path plan = folder.resolve("content/渡口站/2022.md");
    Files.writeString(plan, Files.readString(plan).replace("修缮老码头石阶", "重修老码头石阶"));
    build("site", 2, Similarities::of);
    List<Path> now = remembered();
    assertEquals(1, now.size());
    assertNotEquals(kept, now);
  }

  private List<Path> remembered() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(".annals"))) {
      return files
          .filter(file -> file.getParent().getFileName().toString().startsWith("meaning-"))
          .toList();
    }
  }

  @Test
  void anotherWordThanTheTwoIsAnErrorAtItsLine() throws Exception {
    site.write("annals.yaml", "title: 试\nsimilarity: magic\n");
    BuildReport report = build("site", 1, Similarities::of);
    assertTrue(
        report.diagnostics().stream().anyMatch(d -> d.toString().startsWith("annals.yaml:2:")),
        () -> report.diagnostics().toString());
  }
}
