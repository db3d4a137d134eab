package annals.ruling;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a ledger file in their order. The site writes them all beside each follow-up; a
 * file of rulings needs only {@link #YEAR} and {@link #ID}, and of what stands in the columns that
 * the program fills nothing is read back.
 */
public enum LedgerColumn {
  NUMBER("序号"),
  YEAR("目标年度"),
  KIND("报告类型"),
  ID("编号"),
  SOURCE("任务来源"),
  ITEM("工作任务"),
  FIGURES("目标指标"),
  LEADER("责任领导"),
  UNIT("责任单位"),
  PARTNERS("配合单位"),
  PERSON("责任人"),
  DEADLINE("完成时限"),
  PROGRESS("进展情况"),
  STATE("状态"),
  EVIDENCE("佐证"),
  PROBLEMS("存在问题"),
  NEXT("下步打算"),
  CLOSED("销号日期"),
  REMARK("备注"),
  TEXTS_SHOW("文字对照"),
  RULED("裁定"),
  RULED_BY("认定单位"),
  RULED_ON("认定日期"),
  ADDED("增加佐证"),
  STRUCK("剔除佐证"),
  RULED_TEXT("裁定时原文");

  private final String heading;

  LedgerColumn(String heading) {
    this.heading = heading;
  }

  /** The words of the header row, the same in every language of the site. */
  public String heading() {
    return heading;
  }

  static Optional<LedgerColumn> ofHeading(String heading) {
    return Stream.of(values()).filter(column -> column.heading.equals(heading)).findFirst();
  }
}
