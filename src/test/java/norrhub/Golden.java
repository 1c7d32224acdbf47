package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files in the repository that are made from the code: schemas, reference pages.
 *
 * <p>A stale one fails its test; {@code mvn test -Dgolden.update=true} writes them anew.
 */
public final class Golden {
  private Golden() {}

  public static void check(Path file, String wanted) throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, wanted);
    }
    assertThat(file)
        .as("%s is stale: run the test with -Dgolden.update=true and look at the change", file)
        .hasContent(wanted);
  }

  /** The part of a page between {@code <!-- generated: name -->} and {@code <!-- end -->}. */
  public static void checkPart(Path page, String name, String wanted) throws IOException {
    String text = Files.readString(page);
    String head = "<!-- generated: " + name + " -->\n";
    int from = text.indexOf(head) + head.length();
    int to = text.indexOf("<!-- end -->", from);
    assertThat(text).as("%s has no part %s", page, name).contains(head);
    check(page, text.substring(0, from) + wanted + text.substring(to));
  }
}
