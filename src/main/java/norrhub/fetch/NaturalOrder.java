package norrhub.fetch;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders names as people do: {@code jobs-2} before {@code jobs-10}. */
public final class NaturalOrder implements Comparator<String> {
  private static final Pattern RUN = Pattern.compile("[0-9]+|[^0-9]+");

  @Override
  public int compare(String one, String other) {
    Matcher left = RUN.matcher(one);
    Matcher right = RUN.matcher(other);
    boolean more = left.find();
    boolean others = right.find();
    while (more && others) {
      int order = run(left.group(), right.group());
      if (order != 0) {
        return order;
      }
      more = left.find();
      others = right.find();
    }
    // Equal but for leading zeros, or one begins as the other is.
    return more == others ? one.compareTo(other) : Boolean.compare(more, others);
  }

  private static int run(String left, String right) {
    if (!isNumber(left) || !isNumber(right)) {
      return left.compareTo(right);
    }
    String one = left.replaceFirst("^0+", "");
    String other = right.replaceFirst("^0+", "");
    int longer = Integer.compare(one.length(), other.length());
    return longer != 0 ? longer : one.compareTo(other);
  }

  private static boolean isNumber(String run) {
    return run.charAt(0) >= '0' && run.charAt(0) <= '9';
  }
}
