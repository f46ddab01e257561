//! Files that are exchanged (数据交换文件): many dossiers in one file, read in flat memory. No rule and no arithmetic of the law is here.

pub mod error;
pub mod ndjson;
