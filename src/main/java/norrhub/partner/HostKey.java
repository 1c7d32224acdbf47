package norrhub.partner;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * The public key of an SFTP server, as a line of known_hosts has it behind the host.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4253#section-6.6">RFC 4253, 6.6</a>
 */
final class HostKey {
  static final String FORM =
      "(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)) [A-Za-z0-9+/]+=*( .*)?";
  static final String WANTS = "a public host key such as ssh-ed25519 AAAA…";
  static final String EXAMPLE =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGq4+Q0mKxIqKjcWnYxUBt1wW8VRtCqzrpVnRw5V5C1a";
  private static final int ED25519_BYTES = 32;

  private HostKey() {}

  /** A key that was cut when it was copied has the right form and is none. */
  static boolean isWhole(String key) {
    String[] words = key.split(" ", 3);
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(words[1]));
      String kind = new String(field(bytes), java.nio.charset.StandardCharsets.US_ASCII);
      int last = 0;
      int fields = 0;
      for (; bytes.hasRemaining(); fields++) {
        last = field(bytes).length;
      }
      return kind.equals(words[0])
          && fields == (kind.equals("ssh-ed25519") ? 1 : 2)
          && (!kind.equals("ssh-ed25519") || last == ED25519_BYTES);
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      return false;
    }
  }

  private static byte[] field(ByteBuffer bytes) {
    int length = bytes.getInt();
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] field = new byte[length];
    bytes.get(field);
    return field;
  }
}
