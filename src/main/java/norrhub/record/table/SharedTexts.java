package norrhub.record.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import norrhub.record.OverLimit;
import norrhub.record.StorageFailure;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the cells of a workbook refer to by number. The first ones stay in memory, the
 * rest go to a file: 100 000 descriptions of their own are 300 MB, more than the hub's whole heap.
 */
final class SharedTexts implements Closeable {
  private static final int MOST = 1_000_000;
  private static final int BUFFER = 1 << 16;

  /** Characters in memory, where a text costs as much as forty characters beside its own. */
  private static final int IN_MEMORY = 24 << 20;

  private static final int OVERHEAD = 40;

  private final List<String> inMemory = new ArrayList<>();
  private final int mostInMemory;
  private int used;
  private long[] ends = new long[1024];
  private int inFile;
  private @Nullable Path file;
  private @Nullable OutputStream writing;
  private @Nullable RandomAccessFile reading;

  SharedTexts() {
    this(IN_MEMORY);
  }

  SharedTexts(int mostInMemory) {
    this.mostInMemory = mostInMemory;
  }

  void add(String text) throws OverLimit, StorageFailure {
    if (inMemory.size() + inFile == MOST) {
      throw new OverLimit("texts > " + MOST);
    }
    if (inFile == 0 && used + text.length() + OVERHEAD <= mostInMemory) {
      used += text.length() + OVERHEAD;
      inMemory.add(text);
    } else {
      append(text.getBytes(UTF_8));
    }
  }

  /** Empty where there is none of that number. */
  String get(int number) throws StorageFailure {
    if (number < 0 || number >= inMemory.size() + inFile) {
      return "";
    }
    return number < inMemory.size() ? inMemory.get(number) : stored(number - inMemory.size());
  }

  private void append(byte[] text) throws StorageFailure {
    try {
      if (writing == null) {
        file = Files.createTempFile("norrhub-workbook", ".texts");
        writing = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
      }
      writing.write(text);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
    if (inFile == ends.length) {
      ends = Arrays.copyOf(ends, 2 * inFile);
    }
    ends[inFile] = start(inFile) + text.length;
    inFile++;
  }

  private String stored(int number) throws StorageFailure {
    byte[] text = new byte[(int) (ends[number] - start(number))];
    try {
      RandomAccessFile from = reading();
      from.seek(start(number));
      from.readFully(text);
      return new String(text, UTF_8);
    } catch (IOException e) {
      throw new StorageFailure(e);
    }
  }

  private long start(int number) {
    return number == 0 ? 0 : ends[number - 1];
  }

  /** All texts are there before the first is asked for. */
  private RandomAccessFile reading() throws IOException {
    if (reading == null) {
      requireNonNull(writing).close();
      reading = new RandomAccessFile(requireNonNull(file).toFile(), "r");
    }
    return reading;
  }

  @Override
  public void close() throws IOException {
    if (file == null) {
      return;
    }
    try (OutputStream written = writing;
        RandomAccessFile read = reading) {
      Files.deleteIfExists(file);
    }
  }
}
