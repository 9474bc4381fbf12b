package pl.soclab.webinarbot.telegram;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that cannot have reached Telegram from one that may have: only the former may be
 * sent again without a doubt. It also keeps answers that are not the Bot API's (a gateway's page)
 * from the client, which knows no status codes.
 */
final class SendGuard implements Interceptor {
  private static final int SERVER_FAULT = 500;

  /** The whole request was never handed over, so Telegram cannot have acted on it. */
  static final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
      super("The request did not leave: " + cause.getMessage(), cause);
    }
  }

  /** Telegram, or a gateway before it, is out of order. */
  static final class ServerFaultException extends IOException {
    private static final long serialVersionUID = 1L;

    ServerFaultException(int status) {
      super("HTTP status " + status + " without an answer of the Bot API");
    }
  }

  /** Whether the last byte of a request's body was handed over. */
  private static final class Handover {
    private final AtomicBoolean complete = new AtomicBoolean();
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    var handover = new Handover();
    Request request = chain.request().newBuilder().tag(Handover.class, handover).build();
    Response response;
    try {
      response = chain.proceed(request);
    } catch (IOException e) {
      throw handover.complete.get() ? e : new NotSentException(e);
    }
    if (response.code() >= SERVER_FAULT || !isJsonObject(response)) {
      response.close();
      throw new ServerFaultException(response.code());
    }
    return response;
  }

  private static boolean isJsonObject(Response response) throws IOException {
    return response.peekBody(1).string().equals("{");
  }

  /** Has to run behind the connection, where the body is written. */
  Interceptor marker() {
    return chain -> {
      Request request = chain.request();
      RequestBody body = request.body();
      Handover handover = request.tag(Handover.class);
      if (body == null || handover == null) {
        return chain.proceed(request);
      }
      return chain.proceed(
          request.newBuilder().method(request.method(), new MarkedBody(body, handover)).build());
    };
  }

  private static final class MarkedBody extends RequestBody {
    private final RequestBody body;
    private final Handover handover;

    MarkedBody(RequestBody body, Handover handover) {
      this.body = body;
      this.handover = handover;
    }

    @Override
    public @Nullable MediaType contentType() {
      return body.contentType();
    }

    @Override
    public long contentLength() throws IOException {
      return body.contentLength();
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      body.writeTo(sink);
      handover.complete.set(true);
    }
  }
}
