package annals.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What file names say. */
class SourceHintsTest {
  @ParameterizedTest
  @CsvSource({
    "国务院-2014.txt, 国务院, 2014",
    "2014_某县档案局.txt, 某县档案局, 2014",
    "某县档案局2014年.docx, 某县档案局, 2014",
    "xxx办公室 2023.txt, xxx办公室, 2023",
    "000_076849f3517b3f90.txt, , ",
    "report-20231231.txt, , ",
    "某局2022-2023.txt, , ",
    "2023年工作总结.txt, , 2023",
    "a2023.txt, , ",
    "final-2023.txt, , 2023",
    "某局.txt, , "
  })
  void unitAndYearAreReadWhereTheyAreClear(String file, String unit, Integer year) {
    assertEquals(
        new SourceHints(Optional.ofNullable(unit), Optional.ofNullable(year), Optional.empty()),
        SourceHints.ofFileName(file));
  }
}
