"""Static files under names that hold their content's digest, so that a browser may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class CollectedFiles(CompressedManifestStaticFilesStorage):
    """Before anything is collected (tests, first commands) plain names are given; a server refuses to start so."""

    support_js_module_import_aggregation = True  # the bundle that app.js fetches late is hashed as well

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name
