package annals.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The dependency table of ARCHITECTURE.md. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("annals");

  /** What each package may use besides itself. */
  private static final Map<String, Set<String>> TABLE = new TreeMap<>();

  static {
    allow("diagnostic");
    allow("text", "diagnostic");
    allow("report", "text", "diagnostic");
    allow("markdown", "report", "text", "diagnostic");
    allow("source", "markdown", "report", "text", "diagnostic");
    allow("anchor", "text", "diagnostic");
    allow("diary", "anchor");
    allow("outline", "anchor", "report", "text", "diagnostic");
    allow("reader", "text", "diagnostic");
    allow("ingest", "reader", "source", "markdown", "report", "outline", "text", "diagnostic");
    allow("export", "report", "text");
    allow("figures", "outline", "report", "text");
    allow("compare", "outline", "figures", "report", "text");
    allow("embedding", "compare");
    allow("ruling", "compare", "report", "text", "diagnostic");
    allow("archive", "compare", "figures", "outline", "report", "text", "diagnostic");
    allow("topic", "outline", "report", "text");
    allow(
        "page",
        "topic",
        "archive",
        "compare",
        "figures",
        "outline",
        "anchor",
        "diary",
        "report",
        "text",
        "diagnostic");
    allow("output", "diagnostic");
    allow("publish", "output", "diagnostic");
    allow(
        "render",
        "page",
        "diary",
        "output",
        "ruling",
        "archive",
        "compare",
        "figures",
        "outline",
        "report",
        "text",
        "diagnostic");
    allow(
        "search",
        "page",
        "output",
        "archive",
        "compare",
        "outline",
        "report",
        "text",
        "diagnostic");
    allow("check", "archive", "output", "compare", "outline", "report", "text", "diagnostic");
    allow("lint", "archive", "ingest", "outline", "markdown", "report", "text", "diagnostic");
    allow("gate", "lint", "text", "diagnostic");
    allow(
        "build",
        "embedding",
        "topic",
        "gate",
        "lint",
        "ingest",
        "reader",
        "check",
        "search",
        "render",
        "output",
        "page",
        "diary",
        "anchor",
        "ruling",
        "archive",
        "compare",
        "outline",
        "source",
        "markdown",
        "report",
        "text",
        "diagnostic");
    allow("preview", "build", "output", "diagnostic");
  }

  private static void allow(String name, String... others) {
    TABLE.put(name, new TreeSet<>(List.of(others)));
  }

  @TestFactory
  List<DynamicTest> eachPackageUsesOnlyWhatTheTableAllows() {
    return TABLE.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(),
                    () ->
                        noClasses()
                            .that()
                            .resideInAPackage("annals." + row.getKey())
                            .should()
                            .dependOnClassesThat(
                                describe(
                                    "lie in a package the table does not allow to " + row.getKey(),
                                    used -> isForbidden(used, row.getKey(), row.getValue())))
                            .check(CLASSES)))
        .toList();
  }

  private static boolean isForbidden(JavaClass used, String user, Set<String> allowed) {
    if (!used.getPackageName().startsWith("annals.")) {
      return false;
    }
    String name = used.getPackageName().substring("annals.".length());
    return !name.equals(user) && !allowed.contains(name);
  }

  @Test
  void theTableKnowsEveryPackageButTheCommandLine() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> name.startsWith("annals."))
            .map(name -> name.substring("annals.".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> known = new TreeSet<>(TABLE.keySet());
    known.add("cli");
    assertEquals(known, packages);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("annals.(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyMarkdownKnowsCommonmark() {
    onlyIn("annals.markdown", "org.commonmark..");
  }

  @Test
  void onlyReaderAndExportKnowTheLibrariesOfOfficeFormats() {
    noClasses()
        .that()
        .resideOutsideOfPackages("annals.reader", "annals.export")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.poi..",
            "org.apache.pdfbox..",
            "org.apache.xmlbeans..",
            "org.openxmlformats..")
        .check(CLASSES);
  }

  @Test
  void onlyRenderKnowsPebble() {
    onlyIn("annals.render", "io.pebbletemplates..");
  }

  @Test
  void onlyRulingReadsCommaSeparatedValues() {
    onlyIn("annals.ruling", "de.siegmar.fastcsv..");
  }

  @Test
  void onlyRenderWritesWorkbooks() {
    onlyIn("annals.render", "org.dhatim..");
  }

  @Test
  void onlyTheCommandLineKnowsPicocliAndTheProgressBar() {
    onlyIn("annals.cli", "picocli..", "me.tongfei..");
  }

  @Test
  void onlyPublishKnowsSsh() {
    onlyIn("annals.publish", "org.apache.sshd..");
  }

  private static void onlyIn(String home, String... library) {
    noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineWritesToStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage("annals.cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void staticFieldsAreFinal() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage("annals..")
        .should()
        .beFinal()
        .check(CLASSES);
  }
}
