package norrhub.catalogue;

import norrhub.notice.Finding;

/** What the guard says of absent vacancies. */
public sealed interface Verdict {
  /** Their absence is proven and plausible. */
  record Withdraw() implements Verdict {}

  /** A small feed: those that were absent a day ago already may go, the others wait. */
  record WithdrawAfterSecondMiss(Finding why) implements Verdict {}

  /** They stay, and somebody has to look. */
  record HoldBack(Finding why) implements Verdict {}
}
