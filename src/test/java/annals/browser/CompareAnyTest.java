package annals.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.browser.DemonstrationSite.Door;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Any years of a unit side by side, made in the browser. */
@InChromium
class CompareAnyTest {
  private static final String PATH = "units/zhengfuban/compare/index.html";

  private final Chromium chromium;
  private final DemonstrationSite site;
  private BrowserContext reader;
  private Page page;

  CompareAnyTest(Chromium chromium, DemonstrationSite site) {
    this.chromium = chromium;
    this.site = site;
  }

  @BeforeEach
  void open() {
    reader = chromium.reader();
    page = reader.newPage();
    page.setViewportSize(1440, 900);
  }

  @AfterEach
  void close() {
    reader.close();
  }

  private void visit(Door door, String query) {
    page.navigate(site.address(door, PATH + query));
    page.waitForSelector("#any:not([hidden])");
  }

  @ParameterizedTest
  @EnumSource
  void twoYearsThatAreChosenStandSideBySideAndInTheAddress(Door door) {
    visit(door, "");
    page.check("input[value='2019']");
    page.check("input[value='2024']");
    page.click("#any button");
    page.waitForSelector("#compared .comparison");
    assertTrue(page.url().contains("years=2019,2024"), page.url());
    assertEquals(
        List.of("2019", "2024"), page.locator("#compared .column-heads .year").allInnerTexts());
    page.reload();
    page.waitForSelector("#compared .comparison");
    assertTrue(page.isChecked("input[value='2019']"));
    assertFalse(page.isChecked("input[value='2020']"));
  }

  @ParameterizedTest
  @EnumSource
  void whatIsOnTheSameMatterStandsInOneRow(Door door) {
    visit(door, "?years=2019,2024&kind=work");
    page.waitForSelector("#compared .comparison");
    assertTrue(page.innerText("#c-s-1-5 .older >> nth=0").contains("督查落实逐步加力"));
    assertTrue(page.locator("#compared del").count() > 5);
    assertTrue(page.locator("#compared ins").count() > 5);
  }

  @Test
  void everyWordOfBothReportsIsThereOnce() {
    visit(Door.FILE, "?years=2020,2023&kind=work");
    page.waitForSelector("#compared .comparison");
    for (int year : new int[] {2020, 2023}) {
      String side = year == 2020 ? "older" : "newer";
      Object[] lengths =
          ((List<?>)
                  page.evaluate(
                      """
                      ([year, side]) => {
                        const report = annals.compared.reports.find(r => r.year === year);
                        const texts = report.sections.flatMap(s => s[5].flat().map(m => m[0]));
                        const shown = [...document.querySelectorAll('#compared section p.' + side)]
                          .map(p => [...p.childNodes]
                            .filter(n => n.className !== 'from')
                            .map(n => n.textContent).join(''));
                        return [texts.join('').length, shown.join('').length];
                      }
                      """,
                      List.of(year, side)))
              .toArray();
      assertEquals(lengths[0], lengths[1], side);
    }
  }

  @Test
  void threeYearsStandInThreeColumns() {
    visit(Door.HTTP, "?years=2021,2022,2023&kind=work");
    page.waitForSelector("#compared .comparison.many");
    assertEquals(3, page.locator("#compared .column-heads p").count());
    double first = page.locator("#compared .cell >> nth=0").boundingBox().x;
    double third = page.locator("#compared .cell >> nth=2").boundingBox().x;
    assertTrue(third > first + 600, first + " " + third);
  }

  @Test
  void aNumberIsNeverMarkedByHalf() {
    visit(Door.FILE, "");
    Object runs =
        page.evaluate(
            """
            () => {
              const made = annals.comparing.difference(
                '印发文件301件，下降12.0%；会议47次。', '印发文件342件，上升7.5%；会议61次。');
              return [made.older, made.newer].map(
                side => side.filter(run => run[1]).map(run => run[0]).join('|')).join(' / ');
            }
            """);
    assertEquals("301件，下降12.0|47 / 342件，上升7.5|61", runs);
  }

  @Test
  void oneYearAloneIsNotEnough() {
    visit(Door.HTTP, "");
    page.check("input[value='2020']");
    page.click("#any button");
    assertTrue(page.innerText("#any-hint").contains("两年"));
  }

  @Test
  void axeFindsNoViolation() {
    visit(Door.HTTP, "?years=2019,2023&kind=work");
    page.waitForSelector("#compared .comparison");
    assertEquals(List.of(), Axe.violations(page));
    visit(Door.HTTP, "?years=2019,2021,2023&kind=work");
    page.waitForSelector("#compared .comparison.many");
    assertEquals(List.of(), Axe.violations(page));
  }

  @Test
  void aBuiltComparisonKeepsItsViewInTheAddressAndLeadsToOtherYears() {
    page.navigate(site.http("units/zhengfuban/compare/2022-2023/index.html"));
    page.waitForSelector("#view:not([hidden])");
    page.click("[data-view='changes']");
    page.selectOption("#view select[name='role']", "plan");
    assertTrue(page.url().contains("view=changes") && page.url().contains("role=plan"), page.url());
    assertEquals(0, page.locator(".comparison > .role-summary:visible").count());
    page.reload();
    page.waitForSelector("[data-view='changes'][aria-pressed='true']");
    page.selectOption(".pick select[name='older']", "2019");
    page.waitForSelector("#compared .comparison");
    assertTrue(page.url().contains("years=2019,2023"), page.url());
  }
}
