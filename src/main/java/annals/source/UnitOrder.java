package annals.source;

import annals.report.UnitInfo;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;

/**
 * The order of units on every page: by {@code order} from {@code unit.yaml}, then by pinyin (ICU's
 * {@code zh-u-co-pinyin}, or the {@code pinyin} key of unit.yaml), then by slug.
 */
final class UnitOrder {
  private UnitOrder() {}

  static List<UnitSource> sorted(List<UnitSource> units) {
    boolean ordered =
        units.stream().map(u -> u.info().order().orElse(-1)).distinct().count() == units.size()
            && units.stream().allMatch(u -> u.info().order().isPresent());
    Comparator<UnitInfo> byOrder =
        Comparator.comparingInt(unit -> unit.order().orElse(Integer.MAX_VALUE));
    Comparator<UnitInfo> order =
        ordered
            ? byOrder
            : byOrder.thenComparing(UnitOrder::key, collator()).thenComparing(UnitInfo::slug);
    return units.stream().sorted(Comparator.comparing(UnitSource::info, order)).toList();
  }

  private static String key(UnitInfo unit) {
    return unit.pinyin().isEmpty() ? unit.name() : unit.pinyin();
  }

  private static Comparator<String> collator() {
    Collator collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin")).freeze();
    return collator::compare;
  }
}
