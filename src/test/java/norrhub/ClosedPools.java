package norrhub;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes the connection pools of a test class behind it; JUnit finds it by itself. */
public final class ClosedPools implements AfterAllCallback {
  @Override
  public void afterAll(ExtensionContext context) {
    if (context.getRequiredTestClass().getEnclosingClass() == null) {
      TestDatabase.closePools();
    }
  }
}
