package annals.text;

/**
 * Tells text from what the wrong encoding makes of it. In any Chinese text, simplified or
 * traditional, every third character is one of the few hundred commonest; in a garbled one hardly
 * any is.
 */
public final class Legibility {
  private static final String COMMONEST =
      "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济思术极交受联认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报完类八名确才科信节话整元况今集传土许步群广记需段研界林且究观织装影算低持众书布复容须际商非验连深难近委技备半办青省列习响约支般史感劳便团往历市何除构府称太准精值号率族维划选标写存候亲快效院查江型按格养易置派层始专状育识适属包住调满县局照参红细引该价严推落服务街镇村社区项目工程项";

  private static final String TRADITIONAL =
      "這為個國時來們對會發動過說產種後經進著電裡現實兩體機當點從業應開還樣與關線數條沒結問無軍題黨員總設長頭資邊統較將組見計論運農幾區強決戰則據處隊給門規熱領東導壓爭濟術極聯認權證轉單風場車務萬達積議聲報類確節話況傳許廣記須際驗連難備辦習響約勞團歷構稱準號維劃選標寫親層專狀識適屬調滿縣參紅細該價嚴項劇灣環";

  private static final char TOP = '\ua000';
  private static final boolean[] COMMON = common();

  /** Fewer characters than this say nothing. */
  private static final int ENOUGH = 60;

  private static final int READ = 40_000;
  private static final double LEAST_SHARE = 0.1;

  private Legibility() {}

  private static boolean[] common() {
    boolean[] common = new boolean[TOP];
    (COMMONEST + TRADITIONAL + "，。、；：“”（）《》　０１２３４５６７８９—")
        .chars()
        .filter(c -> c < TOP)
        .forEach(c -> common[c] = true);
    return common;
  }

  /**
   * How many of the characters beyond ASCII are common ones, of the first 40,000 characters; 1
   * where there are none at all.
   */
  public static double share(String text) {
    Counted counted = Counted.of(text);
    return counted.foreign == 0 ? 1 : (double) counted.common / counted.foreign;
  }

  /** Whether a text can be read: nothing speaks against it, or it is too short to tell. */
  public static boolean isLegible(String text) {
    Counted counted = Counted.of(text);
    return counted.foreign < ENOUGH
        || counted.foreign * 4 < counted.all
        || counted.common >= LEAST_SHARE * counted.foreign;
  }

  private record Counted(int all, int foreign, int common) {
    static Counted of(String text) {
      int all = 0;
      int foreign = 0;
      int common = 0;
      for (int i = 0; i < Math.min(READ, text.length()); i++) {
        char c = text.charAt(i);
        if (c > ' ') {
          all++;
        }
        if (c >= 0x80 && (c < '\uff00' || c == '\ufffd')) {
          foreign++;
          common += c < TOP && COMMON[c] ? 1 : 0;
        }
      }
      return new Counted(all, foreign, common);
    }
  }
}
