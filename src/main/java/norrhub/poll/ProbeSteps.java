package norrhub.poll;

import java.util.ArrayList;
import java.util.List;

/** What a trial saw, step by step; the last step may be the one that failed. */
public final class ProbeSteps {
  private final List<Step> steps = new ArrayList<>();

  public void saw(String text) {
    steps.add(new Step(true, text));
  }

  public void failed(String text) {
    steps.add(new Step(false, text));
  }

  public List<Step> all() {
    return List.copyOf(steps);
  }

  public boolean allWell() {
    return steps.stream().allMatch(Step::well);
  }

  public record Step(boolean well, String text) {}
}
