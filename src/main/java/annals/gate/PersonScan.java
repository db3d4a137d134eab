package annals.gate;

import annals.text.Span;
import java.util.BitSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where private persons live and lists of their names. */
final class PersonScan {
  private static final String HOUSE = "[0-9０-９]+\\s*(?:号|室|栋|幢|弄|单元|组|户|座|楼)";
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:家庭住址|家庭地址|现住址|现住地址|居住地址|住址|户籍地址|户籍所在地|户口所在地|现居住地|身份证地址)\\s*[:：为是|]?\\s*"
              + "[^，。；\\n*|]{2,30}?"
              + HOUSE
              + "(?:[0-9０-９室号栋幢单元楼座A-Z-])*"
              + "|(?<![一-龥]办公|全)家住[^，。；\\n*]{2,30}?"
              + HOUSE
              + "(?:[0-9０-９室号栋幢单元楼座A-Z-])*"
              + "|(?<flat>(?:(?:[0-9]+|[A-Z])\\s*(?:栋|幢|号楼|座)\\s*[0-9一二三四]+\\s*单元\\s*[0-9]+\\s*(?:室|号|户)?"
              + "|[0-9]+\\s*弄\\s*[0-9]+\\s*号\\s*[0-9]+\\s*室"
              + "|(?:小区|花园|家园|新村|公寓|苑|庭)[^，。；\\s]{0,6}[0-9]+\\s*(?:栋|幢|号楼|号)[^，。；\\s]{0,4}[0-9]{3,4}\\s*(?:室|户)))");
  private static final Pattern PUBLIC_PLACE =
      Pattern.compile("办公|设在|服务站|服务点|服务中心|工作站|活动室|会议室|公司|党支部|居委会|村委会|位于|驻");

  private static final String SURNAMES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪樊兰殷翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢骆岳齐梅庄辛管祝左涂谷祁舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边";
  private static final String PRIVATE =
      "困难|低保|特困|贫困|脱贫|监测户|救助|受助|资助|帮扶|慰问|走访|残疾|孤寡|独居|留守|孤儿|重病|患病|确诊|密接|信访|上访|举报|投诉|服刑|矫正|吸毒|戒毒|刑满"
          + "|精神障碍|失业|五保|优抚|退役|军属|遗属|学生|学员|考生|患者|病人|被害|受害|伤者|死者|申请人|当事人|住户|租户|业主|拆迁户|儿童|未成年|录用|录取|获助";
  private static final Pattern LIST_LABEL =
      Pattern.compile(
          "(?:"
              + PRIVATE
              + ")[^。；\\n]{0,14}(?:名单|名册|花名册|姓名|如下|包括|分别[为是]|[:：（(为是有]|[0-9]+[名人户位])[^。；一-龥]{0,8}$");
  private static final Pattern LIST_DIRECT =
      Pattern.compile(
          "(?:"
              + PRIVATE
              + ")[^，。；、\\n]{0,4}?(?:对象|户|群众|家庭|人员|者|生|人|儿童|老人|家属|员)?["
              + SURNAMES
              + "][\\u4e00-\\u9fff]{1,2}[、，,\\s]+$");
  private static final Pattern COLUMN =
      Pattern.compile("身份证|住址|地址|家庭|年龄|出生|补助|救助|低保|病|学校|班级|手机|联系电话|联系方式|残疾|金额");

  /** What ends the names of places and bodies; people bear 山 and 河 as well. */
  private static final String NOT_LAST = "村镇乡县市区局办街院校部厅委元业厂队组园";

  private static final String NOT_LAST_OF_TWO = "路河桥站所里场山湖港";
  private static final int REACH = 40;

  private static final BitSet IS_SURNAME = new BitSet();

  static {
    SURNAMES.chars().forEach(IS_SURNAME::set);
  }

  private final String text;
  private final Consumer<Hit> found;

  PersonScan(String text, Consumer<Hit> found) {
    this.text = text;
    this.found = found;
  }

  /** Looks for addresses in the line around a place. */
  void addresses(int lineStart, int lineEnd) {
    Matcher address = ADDRESS.matcher(text).region(lineStart, lineEnd);
    while (address.find()) {
      String around = text.substring(Math.max(lineStart, address.start() - 16), address.end());
      if (address.group("flat") == null || !PUBLIC_PLACE.matcher(around).find()) {
        tell("home-address", address.start(), address.end());
      }
    }
  }

  /** Whether a stretch of ideographs looks like a name. */
  boolean isName(int start, int end) {
    int length = end - start;
    return (length == 2 || length == 3)
        && IS_SURNAME.get(text.charAt(start))
        && NOT_LAST.indexOf(text.charAt(end - 1)) < 0
        && (length == 3 || NOT_LAST_OF_TWO.indexOf(text.charAt(end - 1)) < 0)
        && text.charAt(start + 1) != '某'
        && text.charAt(end - 1) != '某';
  }

  /** Looks at so many names in a row. */
  void names(int count, int start, int end) {
    String before = text.substring(Math.max(0, start - REACH), start);
    boolean listed = count >= 3 && LIST_LABEL.matcher(before).find();
    if (listed || count >= 2 && LIST_DIRECT.matcher(before).find()) {
      tell("private-names", start, end);
    }
  }

  /** Looks at a Markdown table in whose head 姓名 stands. */
  void table(int headStart, int headEnd) {
    String head = text.substring(headStart, headEnd);
    if (!head.stripLeading().startsWith("|") || !COLUMN.matcher(head).find()) {
      return;
    }
    String[] columns = head.split("\\|", -1);
    int column = 0;
    while (column < columns.length && !columns[column].strip().equals("姓名")) {
      column++;
    }
    int rows = 0;
    int at = headEnd + 1;
    while (at < text.length() && text.startsWith("|", at)) {
      int end = text.indexOf('\n', at);
      end = end < 0 ? text.length() : end;
      String[] cells = text.substring(at, end).split("\\|", -1);
      if (column < cells.length) {
        String cell = cells[column].strip();
        rows +=
            cell.matches("[" + SURNAMES + "][\\u4e00-\\u9fff]{1,2}") && !cell.contains("某") ? 1 : 0;
      }
      at = end + 1;
    }
    if (rows >= 2) {
      tell("private-names", headStart, headEnd);
    }
  }

  private void tell(String code, int start, int end) {
    String essence = text.substring(start, end).replaceAll("[\\s*_|]", "");
    found.accept(new Hit(code, new Span(start, end), essence));
  }
}
