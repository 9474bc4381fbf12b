# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
COPY src src
RUN --mount=type=cache,target=/root/.m2 \
    mvn --batch-mode --no-transfer-progress -Dmaven.test.skip=true package \
 && src/main/dist/lay-out target/webinar-bot.jar laid-out

FROM eclipse-temurin:25-jre
RUN useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin bot \
 && mkdir -p /app/knowledge /app/data \
 && chown bot: /app/knowledge /app/data \
 && chmod 700 /app/data
WORKDIR /app
# In the C locale the JVM cannot read files whose names hold Polish letters.
ENV LANG=C.UTF-8 \
    KNOWLEDGE_DIR=/app/knowledge \
    DATA_DIR=/app/data

# The libraries change seldom and come first, so that a new version of the bot is small layers.
COPY --from=build /build/laid-out/lib lib
COPY --from=build /build/laid-out/webinar-bot.jar /build/laid-out/webinar-bot /build/laid-out/warm-up /build/laid-out/jvm.args ./
COPY --chown=bot knowledge knowledge
# What the JVM learns holds for this very JVM and these very files, so it is learnt here. The bot rehearses; one that does not answer makes no image.
RUN ./warm-up knowledge

USER bot
VOLUME ["/app/knowledge", "/app/data"]
# The image has neither curl nor wget for certain; bash is there, and speaks TCP.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8081} && printf 'GET /actuator/health/liveness HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && grep -q '\"UP\"' <&3"]

ENTRYPOINT ["/app/webinar-bot"]
