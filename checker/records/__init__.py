"""Record files: tables of tariff lines, investments and purchases, judged row by row by arithmetic."""

from checker.records.file import ROWS, RecordFile, Work, is_record_file

__all__ = ["ROWS", "RecordFile", "Work", "is_record_file"]
