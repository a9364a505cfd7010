#!/usr/bin/env bash
# Runs every test. Installs with apt what some of them need and the machine lacks: LibreOffice and poppler to render
# documents, Chromium to look at pages. Where it may not install, those tests are skipped and say so.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

missing=()
command -v soffice >/dev/null || missing+=(libreoffice-writer-nogui)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
command -v chromium >/dev/null || missing+=(chromium)
if ((${#missing[@]})) && command -v apt-get >/dev/null; then
  as_root=()
  ((EUID == 0)) || as_root=(sudo -n)
  if ((EUID == 0)) || sudo -n true 2>/dev/null; then
    echo "Installing ${missing[*]} …"
    { "${as_root[@]}" apt-get update -qq \
      && DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends fonts-liberation2 "${missing[@]}"; } >/tmp/digisam-apt.log 2>&1 \
      || echo "Could not install (see /tmp/digisam-apt.log); the tests that need them are skipped."
  fi
fi

rm -rf TestResults
dotnet restore DigiSam.sln -v quiet || exit 1
dotnet build DigiSam.sln --no-restore -v quiet --nologo || exit 1

# One project after the other, each with a folder of its own: results are named by the instant they start.
status=0
for project in $(grep -l '<IsTestProject>true' tests/*/*.csproj); do
  name="$(basename "$project" .csproj)"
  dotnet test --project "$project" --no-build --results-directory "$PWD/TestResults/$name" --report-xunit-trx "$@" || status=1
  if ! ls TestResults/"$name"/*.trx >/dev/null 2>&1; then
    echo "No results from $name"
    status=1
  fi
done

count() { cat TestResults/*/*.trx 2>/dev/null | grep -o "<UnitTestResult [^>]*outcome=\"$1\"" | wc -l; }
passed=$(count Passed) failed=$(count Failed) skipped=$(count NotExecuted)
((passed > 0)) || status=1
echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
