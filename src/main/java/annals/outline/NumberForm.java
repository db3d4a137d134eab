package annals.outline;

/** The forms of section numbers, from the outermost in. */
public enum NumberForm {
  /** 第一部分, 第二篇. */
  PART(0),
  /** 第一章. */
  CHAPTER(0),
  /** 第一节. */
  SECTION(0),
  /** 壹、 and Ⅰ. */
  CAPITAL(0),
  /** 一、. */
  FIRST(1),
  /** （一）. */
  SECOND(2),
  /** 1. */
  THIRD(3),
  /** 1.1, below a section that is number 1 of whatever form. */
  DECIMAL(0),
  /** 1.1.1. */
  SUBDECIMAL(0),
  /** （1）. */
  FOURTH(4);

  private final int layer;

  NumberForm(int layer) {
    this.layer = layer;
  }

  /** 1 to 4 for the layers of GB/T 9704-2012; 0 for the forms it does not have. */
  public int layer() {
    return layer;
  }

  /** Grows from the outermost form in, from 1. */
  public int rank() {
    return ordinal() + 1;
  }
}
