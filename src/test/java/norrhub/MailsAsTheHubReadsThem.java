package norrhub;

import norrhub.record.mail.LenientMail;
import org.junit.jupiter.api.extension.Extension;

/**
 * Sets the switches of Angus Mail before the first test. A hub sets them as it starts; in here a
 * test's mail server may load the classes that read them before any code of the hub runs.
 */
public final class MailsAsTheHubReadsThem implements Extension {
  static {
    LenientMail.enable();
  }
}
