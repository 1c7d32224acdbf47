package norrhub.admin.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import norrhub.notice.Printable;

/**
 * What all commands write through: nothing that comes from outside steers the terminal. Lines stay;
 * whoever prints a text that is to be one line sees to that by {@link Printable#line}.
 */
final class PrintableWriter extends FilterWriter {
  private String begun = "";

  PrintableWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int one) throws IOException {
    write(String.valueOf((char) one));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    String all = begun + text.substring(offset, offset + length);
    // The other half of a character may come with the next call.
    boolean half = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
    begun = half ? all.substring(all.length() - 1) : "";
    out.write(Printable.lines(half ? all.substring(0, all.length() - 1) : all));
  }
}
