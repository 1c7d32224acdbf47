package norrhub.admin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void whatPartnersWriteStandsThereAsTheyWroteItAndIsNeverCutOrWrapped() {
    TextTable table = new TextTable("key", "title", "because");
    table.row("7", "@|bold Kock|@", "the same words ".repeat(10).strip());
    table.row("1234", "Läkare", "");
    StringWriter out = new StringWriter();
    table.print(new PrintWriter(out));

    assertThat(out.toString().lines())
        .containsExactly(
            "key   title          because",
            "7     @|bold Kock|@  " + "the same words ".repeat(10).strip(),
            "1234  Läkare         ");
  }
}
