# For filings from people you do not trust: no network, nothing to write but scratch space.
#   docker build -t commitment-checker .
#   docker run --rm --network none --read-only --tmpfs /tmp --cap-drop ALL --memory 2g --pids-limit 64 \
#     -v "$PWD/filings:/filings:ro" commitment-checker check /filings
FROM python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea AS build
WORKDIR /source
COPY . .
RUN python -m venv /opt/checker \
 && PIP_CONSTRAINT=/source/.ci/constraints.txt /opt/checker/bin/pip install --no-cache-dir --quiet /source

FROM python:3.12-slim@sha256:78387bc3881b8273120a12ebe6c1ab22b018ccc2c9adf565ae1ac9b536e184ea
COPY --from=build /opt/checker /opt/checker
ENV PATH=/opt/checker/bin:$PATH PYTHONDONTWRITEBYTECODE=1 CHECKER_NO_CACHE=1
USER 10001:10001
WORKDIR /filings
ENTRYPOINT ["checker"]
CMD ["--help"]
