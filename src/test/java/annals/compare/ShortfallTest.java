package annals.compare;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortfallTest {
  @ParameterizedTest
  @CsvSource({
    "补充驾驶员2人。, 去年计划补充的2人一个也没有到位。",
    "采用信息120条。, 全年采用信息112条，离120条还差8条。",
    "修复纸质文物60件。, 纸质文物修复只完成35件，修复人员不足。",
    "清淤河道20公里。, 全年清淤河道16公里。",
    "接收档案不低于8000卷。, 接收档案6870卷。",
    "建成码头。, 码头因征地推迟到明年。",
    "通过省级认证。, 数据填报完成，证书要到明年才能拿到。",
    "交付周转房。, 主体完工，老师们春节后才能入住。"
  })
  void anAdmissionOrASmallerNumberOfTheSameThingFallsShort(String item, String outcome) {
    assertTrue(Shortfall.isIn(item, outcome));
  }

  @ParameterizedTest
  @CsvSource({
    "清淤河道20公里。, 全年清淤河道21公里。",
    "清淤河道20公里。, 全年清淤河道20公里。",
    "培训织工45名。, 举办培训3期。",
    "会议压减到40次以内。, 召开会议32次。",
    "事故起数控制在5起以内。, 全年发生事故3起。",
    "改造泵站3座。, 泵站改造全部完成，没有发生事故。"
  })
  void whatIsReachedOrAnotherThingDoesNot(String item, String outcome) {
    assertFalse(Shortfall.isIn(item, outcome));
  }
}
