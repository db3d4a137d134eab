package annals.figures;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which measure words measure alike, and by what factor: 12公里 is 12000米, 3名 are 3人.
 *
 * @param base the measure that stands for all of its like
 * @param factor how many of the base one of the measure is
 */
record Scale(String base, BigDecimal factor) {
  private static final Map<String, Scale> SCALES = scales();

  static Scale of(String measure) {
    Scale scale = SCALES.get(measure);
    return scale == null ? new Scale(measure, BigDecimal.ONE) : scale;
  }

  private static Map<String, Scale> scales() {
    Map<String, Scale> scales = new HashMap<>();
    alike(scales, "人", 1, "人", "名", "位");
    alike(scales, "次", 1, "次", "场", "回", "趟", "场次");
    alike(scales, "件", 1, "件", "个", "份", "项", "条", "起", "宗", "例", "家", "户", "处");
    alike(scales, "米", 1000, "公里", "千米", "km");
    alike(scales, "毫米", 1, "mm");
    alike(scales, "平方米", 1_000_000, "平方公里", "平方千米");
    alike(scales, "亩", 15, "公顷");
    alike(scales, "斤", 2, "公斤", "千克", "kg");
    alike(scales, "斤", 2000, "吨");
    alike(scales, "立方米", 1, "方");
    alike(scales, "小时", 1, "个小时");
    alike(scales, "工作日", 1, "个工作日");
    alike(scales, "千瓦", 1000, "兆瓦", "mw");
    alike(scales, "千瓦", 1, "kw");
    return Map.copyOf(scales);
  }

  private static void alike(
      Map<String, Scale> scales, String base, long factor, String... measures) {
    for (String measure : List.of(measures)) {
      scales.put(measure, new Scale(base, BigDecimal.valueOf(factor)));
    }
  }
}
