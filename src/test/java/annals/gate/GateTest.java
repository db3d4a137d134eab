package annals.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import annals.diagnostic.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** All numbers, names and places are invented. */
class GateTest {
  private static final Path NOWHERE = Path.of("target/no-such-site");

  private static List<Diagnostic> found(String text) {
    return Gate.of(NOWHERE, new ArrayList<>()).source("content/甲/2023.md", text);
  }

  /** In the middle of a report, behind so many lines that it is not at the head. */
  private static String inside(String line) {
    return "---\ntitle: 某县水利站2023年工作总结\n---\n\n"
        + "全站职工共同努力。\n\n".repeat(12)
        + line
        + "\n\n工作还有不足。\n";
  }

  private static String atHead(String line) {
    return "---\ntitle: 某县水利站2023年工作总结\n---\n\n" + line + "\n\n## 一、2023年工作总结\n\n清淤。\n";
  }

  private record Case(String code, String text) {}

  private static Stream<Case> cases(String code, Stream<String> texts) {
    return texts.map(text -> new Case(code, text));
  }

  static List<Case> planted() {
    String a = Planted.identity("33010619800312153");
    String b = Planted.identity("11010119491001002");
    String c = Planted.identity("65010220050229881".replace("0229", "0228"));
    String card = Planted.card("622202400012345678");
    String card16 = Planted.card("622588123456789");
    List<Case> cases = new ArrayList<>();
    Stream.of(
            cases(
                "secrecy-mark",
                Stream.of(
                    atHead("绝密★1年"),
                    atHead("机密★"),
                    atHead("秘密★6个月"),
                    atHead("秘密★长期"),
                    atHead("机密★20年"),
                    atHead("绝 密 ★ 1 年"),
                    atHead("**机密★1年**"),
                    atHead("# 秘密★10年"),
                    atHead("000123\n机密★1年\n特急"),
                    atHead("000123　　机密★1年　　特急"),
                    atHead("某县人民政府文件　　　　　　秘密★5年"),
                    atHead("                                   机密★3年".strip().indent(3)),
                    atHead("绝密☆1年"),
                    atHead("秘密*1年"),
                    atHead("机密＊１年"),
                    atHead("机密"),
                    atHead("秘 密"),
                    atHead("机密  特急"),
                    atHead("密级：机密"),
                    atHead("密　级：秘密  保密期限：5年"),
                    atHead("绝密★启用前"),
                    atHead("机密★2030年12月31日"),
                    atHead("<p>机密★1年</p>"),
                    atHead("机密&#9733;1年"),
                    atHead("【秘密★1年】"),
                    atHead("| 机密★1年 | 000001 |\n|---|---|\n| 甲 | 乙 |"),
                    inside("秘密★3年"),
                    "---\ntitle: 总结\nsecrecy: 机密★1年\n---\n\n清淤。\n",
                    "---\ntitle: 机密★1年 某县总结\n---\n\n清淤。\n",
                    "<!-- 机密★1年 -->\n\n清淤。\n".replace("<!-- ", "<!--\n").replace(" -->", "\n-->"))),
            cases(
                "internal-mark",
                Stream.of(
                    atHead("内部资料　注意保存"),
                    atHead("内部文件，不得外传"),
                    atHead("（内部资料，请勿外传）"),
                    atHead("【内部资料 妥善保管】"),
                    atHead("仅供内部使用"),
                    atHead("工作秘密"),
                    atHead("**内部参考**"),
                    inside("阅后收回"),
                    atHead("某县水利站2023年工作总结（内部资料）"),
                    atHead("密级：内部"))),
            cases(
                "identity-number",
                Stream.of(
                    inside("申请人身份证号" + a + "。"),
                    inside("身份证：" + Planted.wide(b)),
                    inside(a.substring(0, 6) + " " + a.substring(6, 14) + " " + a.substring(14)),
                    inside("证件编号：" + c + "，已核。"),
                    inside("**" + a.substring(0, 6) + "**" + a.substring(6)),
                    inside("老证330106800312153号"),
                    "---\ntitle: 总结\nunit: 某站" + b + "\n---\n\n清淤。\n")),
            cases(
                "mobile-number",
                Stream.of(
                    inside("联系人电话13800001234。"),
                    inside("手机：139-0000-5678"),
                    inside("请拨186 0000 4321咨询"),
                    inside("+86 15900007777"),
                    inside("微信同号１７７００００８８８８"))),
            cases(
                "bank-card",
                Stream.of(
                    inside("补助打入卡号" + card),
                    inside("卡号：" + Planted.grouped(card)),
                    inside("开户行某银行，" + card16))),
            cases(
                "home-address",
                Stream.of(
                    inside("家庭住址：某县城关镇柳树巷12号"),
                    inside("该户家住柳树新村7幢2单元301室，低保在册"),
                    inside("上门走访柳树花园3幢502室"))),
            cases(
                "private-names",
                Stream.of(
                    inside("低保对象名单：张大山、李小河、王春草、赵石头。"),
                    inside(
                        "| 姓名 | 家庭住址 | 补助金额 |\n|---|---|---|\n| 张大山 | 柳树村 | 500 |\n| 李小河 | 石桥村 | 300 |"))))
        .flatMap(group -> group)
        .forEach(cases::add);
    return cases;
  }

  static List<String> lookAlikes() {
    String card = Planted.card("622202400012345678");
    return List.of(
        inside("修订国家秘密事项一览表，开展保密工作检查。"),
        inside("机密文件由机要员专人专柜保管，绝密文件当日退回。"),
        inside("按要求标注“机密★1年”字样的文件须登记。"),
        inside("密级标志由“机密★”和保密期限组成。"),
        inside("机密★1年的文件由专人保管。"),
        inside("定密分为绝密、机密、秘密三级。"),
        inside("标明密级：绝密、机密、秘密，逐件登记。"),
        inside("### （三）严守国家秘密和工作秘密"),
        inside("秘密级文件12份，机密级文件3份。"),
        inside("签订保密承诺书，不得外传工作信息。"),
        inside("严禁复制、外传涉密文件，违者追责。"),
        inside("全年编印内部资料12期。"),
        inside("规范内部文件管理，注意保存原始凭证。"),
        inside("编发简报（内部资料）12期，发放3000份。"),
        inside("印发《内部资料管理办法》。"),
        inside("这份密件、机要文件已按规定清退。"),
        inside("亲密无间，紧密配合，周密部署。"),
        inside("解密档案36卷，划控24卷。"),
        inside("密级：无"),
        inside("密级：公开"),
        inside("★★★ 三星级站所"),
        inside("创成五★级服务窗口。"),
        inside("加急办理防汛物资，特急件当天办结。"),
        inside("12345热线受理13800件。"),
        inside("服务电话0571-87654321。"),
        inside("拨打12345、12315、96111均可。"),
        inside("电话138****1234，证号35*************123。"),
        inside("某政办〔2023〕12号、〔2023〕115号文件。"),
        inside("订单号：20231201138000012345"),
        inside("订单号13800001234已发货。"),
        inside("运单号：" + card),
        inside("受理编号：330106198003121"),
        inside("流水号622202400012345678"),
        inside("项目代码2023-330106-54-01-138001"),
        inside("投资13800001234元。"),
        inside("发电量15900001234千瓦时，用水17700001234吨。"),
        inside("总额13,800,001,234元。"),
        inside("圆周率3.14159265358979。"),
        inside("统一社会信用代码12330106470116230X"),
        inside("统一社会信用代码91330106MA27XYZ123"),
        inside("证号" + Planted.notIdentity("33010619800312153") + "为测试数据"),
        inside("编码" + Planted.notCard("622202400012345678")),
        inside("网址https://example.org/art/2023/13800001234.html"),
        inside("见https://example.org/?id=13800001234"),
        "---\ntitle: 总结\nsource:\n  file: \"a.txt\"\n  sha256: \"13800001234e47f116580fae7f44c0bb8b297a3b6709f0f4c3af503d920063a5\"\n---\n\n清淤。\n",
        inside("批次A13800001234合格。"),
        inside("时间2023-12-01 08:30:15至2023-12-31 17:30:00。"),
        inside("2019 2020 2021 2022 2023年逐年增长。"),
        inside("1 234 567 890 123元"),
        inside("表号：100013800001234"),
        inside("站址：某县城关镇柳树路12号。"),
        inside("办公地点迁至柳树大厦3号楼2单元502室。"),
        inside("服务站设在柳树花园3幢101室。"),
        inside("办理户口迁移、住址变更120件。"),
        inside("采集户籍地址信息3000条、门牌号1200个。"),
        inside("领导小组由张大山、李小河、王春草组成。"),
        inside("表彰先进个人张大山、李小河、王春草。"),
        inside("走访困难群众，解决水电、医疗、住房、教育等难题36个。"),
        inside("帮扶对象张某某、李某、王某某已脱贫。"),
        inside("| 姓名 | 职务 |\n|---|---|\n| 张大山 | 站长 |\n| 李小河 | 副站长 |"),
        inside("ISBN 978-7-100-13800-1，ISSN 13800001234"),
        inside("低保对象包括高龄、残疾、重病人员3类。"),
        inside("QQ群：13800001234"));
  }

  @TestFactory
  Stream<DynamicTest> every_planted_mark_and_number_is_found() {
    assertTrue(planted().size() >= 60, "there are " + planted().size());
    return planted().stream()
        .map(
            planted ->
                DynamicTest.dynamicTest(
                    planted.code() + " " + planted.text().hashCode(),
                    () ->
                        assertEquals(
                            List.of(planted.code()),
                            found(planted.text()).stream()
                                .map(Diagnostic::code)
                                .distinct()
                                .toList(),
                            planted.text())));
  }

  @TestFactory
  Stream<DynamicTest> no_look_alike_is_reported() {
    assertTrue(lookAlikes().size() >= 60, "there are " + lookAlikes().size());
    return lookAlikes().stream()
        .map(
            text ->
                DynamicTest.dynamicTest(
                    String.valueOf(text.hashCode()),
                    () -> assertEquals(List.of(), found(text), text)));
  }

  @Test
  void a_message_names_the_place_and_hides_the_middle_of_a_number() {
    Diagnostic told = found("清淤。\n\n联系13800001234。\n").getFirst();
    assertEquals("content/甲/2023.md:3:3", told.position().toString());
    assertFalse(told.toString().contains("13800001234"), told::toString);
    assertTrue(told.what().contains("138******34"), told::what);
  }

  @Test
  void a_page_is_read_as_its_readers_do() {
    Gate gate = Gate.of(NOWHERE, new ArrayList<>());
    for (String html :
        List.of(
            "<p>电话<b>138</b><span>0000</span>1234</p>",
            "<p>机密&#9733;1年</p><p>清淤</p>",
            "<div>密级：机密</div>")) {
      assertEquals(
          1, gate.page("site/index.html", html.getBytes(StandardCharsets.UTF_8)).size(), html);
    }
    for (String html :
        List.of(
            "<p>13800</p><p>001234</p>",
            "<a href=\"13800001234.html\">附件</a>",
            "<script>var n = 13800001234;</script>")) {
      assertEquals(
          List.of(), gate.page("site/index.html", html.getBytes(StandardCharsets.UTF_8)), html);
    }
  }
}
