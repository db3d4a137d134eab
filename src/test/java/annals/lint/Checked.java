package annals.lint;

import annals.build.ContentReview;
import annals.build.SiteConfig;
import annals.build.TestSite;
import annals.diagnostic.Diagnostic;
import annals.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a check finds in a small archive. */
final class Checked {
  private final Path root;
  private final TestSite site;

  Checked(Path root) {
    this.root = root;
    this.site = TestSite.in(root, "== annals.yaml\ntitle: 试验档案\n");
  }

  Checked settings(String yaml) {
    site.write("annals.yaml", yaml);
    return this;
  }

  Checked file(String path, String text) {
    site.write(path, text);
    return this;
  }

  /** A report of 2023 with summary, problems and plan, and this paragraph in the summary. */
  Checked report(String paragraph) {
    return file("content/水利站/2023.md", text("", paragraph));
  }

  static String text(String frontMatter, String paragraph) {
    return """
        ---
        title: 县水利站2023年工作总结和2024年工作计划
        %s---

        ## 一、2023年工作总结

        %s

        ## 二、存在的问题

        人手不足。

        ## 三、2024年工作计划

        新装水表2000只。
        """
        .formatted(frontMatter, paragraph);
  }

  List<Diagnostic> all() {
    List<Diagnostic> ofConfig = new ArrayList<>();
    SiteConfig config = SiteConfig.read(root, ofConfig);
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.addAll(ofConfig);
    try {
      ContentReview.of(config, diagnostics);
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
    return diagnostics.sorted();
  }

  List<String> codes() {
    return all().stream().map(Diagnostic::code).toList();
  }
}
