package norrhub.catalogue;

import norrhub.notice.Finding;

/** What the guard says of absent vacancies. */
public sealed interface Verdict {
  /** Their absence is proven and plausible. */
  record Withdraw() implements Verdict {}

  /** Those that an earlier delivery missed a day ago or more may go, the others wait. */
  record WithdrawAfterSecondMiss(Finding why) implements Verdict {}

  /**
   * They stay, and somebody has to look.
   *
   * @param miss what the delivery is worth all the same
   */
  record HoldBack(Finding why, Miss miss) implements Verdict {}

  /** What a delivery whose absent vacancies are held back says of them. */
  enum Miss {
    /** Nothing: it was not read whole. */
    NONE,
    /** They are missing from it, and that proves nothing. */
    DOUBTFUL,
    /** They are missing from it; only their number is not believed. */
    FIRST
  }
}
